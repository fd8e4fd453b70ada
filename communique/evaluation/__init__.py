"""Scoring readings against gold, and floors under the scores."""
