"""One SQLite file that keeps reports, readings, conclusions and a person's judgements."""
