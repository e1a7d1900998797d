"""Training: from the timetable to the certificate, the competency test and the incubator."""
