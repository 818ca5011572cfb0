"""How Helhed is put to run: images, Kubernetes, and servers embedded for demo and tests."""
