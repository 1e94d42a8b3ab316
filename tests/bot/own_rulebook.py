"""A small rulebook of a company's own, to be filled with edition and amount."""

OWN_FINES = """
id = "our-fines"
edition = "{edition}"
in_force_from = {edition}
zone = "Asia/Shanghai"
title = {{ zh-Hans = "罚款办法", en = "Fines" }}

[roles]
worker = {{ clause = "1", label = {{ zh-Hans = "工人", en = "Worker" }} }}

[[charges]]
clause = "1"
kind = "fixed"
roles = "worker"
effect = "fine"
amount = "{amount}"
"""
