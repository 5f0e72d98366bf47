"""One neural pass over a report that marks attributions, mentions, triggers and syntax."""
