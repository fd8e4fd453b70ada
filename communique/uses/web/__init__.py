"""The pages: what the record holds, rendered on the server, readable without JavaScript."""
