"""`helhed`: the command line. One file for each subject; `app` puts them together."""
