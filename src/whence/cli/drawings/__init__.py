"""What is drawn in a terminal, one view a file. Every sign stands beside the words it means."""
