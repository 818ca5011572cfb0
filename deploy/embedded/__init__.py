"""Real Kafka and PostgreSQL on this machine, for the demo, tests and benchmarks: started, used, gone."""
