project = "Lamps"
html_theme = "furo"
html_static_path = ["_static"]
html_js_files = [("unstuck/embed.js", {"async": "async"})]
exclude_patterns = ["node_modules", ".venv"]
