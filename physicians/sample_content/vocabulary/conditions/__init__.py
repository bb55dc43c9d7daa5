"""Conditions: (name, region of the spine, what patients call it)."""

from . import bones_and_joints, cord_and_nerves, pain_and_injury, tumors_and_infection

CONDITIONS = [
    *tumors_and_infection.CONDITIONS,
    *cord_and_nerves.CONDITIONS,
    *bones_and_joints.CONDITIONS,
    *pain_and_injury.CONDITIONS,
]
