"""The languages a report can be in: a folder each, with phrases and a module of formats."""
