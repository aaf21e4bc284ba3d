"""“Was this page helpful?”: what readers answer. Nothing about a reader is kept."""
