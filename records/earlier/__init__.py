"""Earlier: graduates from before there were registrations here, taken over from a list.

Bringing a row twice brings it once: a person is known by her NIK, else by her phone and name, else by her name within
the class; a cohort by its name and year; a class by its kejuruan and cohort.
"""
