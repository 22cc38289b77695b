"""Real servers and programs for the integration tests: each rig starts one, and ends only what it started."""
