"""What the lines of a news page are: headline, byline, date, credit, caption, paragraph, or furniture of the site."""
