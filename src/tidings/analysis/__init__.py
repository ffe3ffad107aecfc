"""Weights in, plain records out; the one place that loads models."""
