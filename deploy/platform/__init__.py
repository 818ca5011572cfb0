"""The five services as processes of this machine, for the demo, the system tests and the benchmarks."""
