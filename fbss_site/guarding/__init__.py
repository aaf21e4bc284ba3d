"""What keeps a form honest that anyone may send, without a cookie: where it came from, what it was, how often."""
