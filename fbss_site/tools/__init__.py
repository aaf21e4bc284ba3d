"""Sheets that a patient fills in before a visit, and leaflets of chosen parts of a page. Nothing is stored here.

What is ticked and written stays in the browser: the sheets are no forms, and static/js/sheets.js sends nothing.
"""
