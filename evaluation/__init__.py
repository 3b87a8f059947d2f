"""One command → the scoreboard: claims against marks, by kind, genre, field; with intervals and floors."""
