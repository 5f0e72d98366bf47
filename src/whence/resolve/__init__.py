"""What the spans mean: speakers, chains, acts, participants, dates, modality."""
