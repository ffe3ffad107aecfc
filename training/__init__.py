"""Training of the encoder; needs torch, and the library never imports it."""
