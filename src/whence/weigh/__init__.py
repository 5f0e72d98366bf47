"""Across reports: origins, conflicts, denials, forecasts met or missed."""
