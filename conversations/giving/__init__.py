"""Giving: something back for alumni. Job openings, who hears of them, the showcase, and which class comes next."""
