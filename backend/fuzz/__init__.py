"""`make fuzz`: requests that the OpenAPI documents allow and forbid, sent to both real services."""
