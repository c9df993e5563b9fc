"""Foreign files are read in a process of their own, with limits, and without the network."""
