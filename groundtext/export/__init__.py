"""What leaves the program: links and mentions as JSON lines, and the dossier in one file."""
