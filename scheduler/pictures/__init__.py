"""Pictures of the reports: what is drawn as plain values (values), and the drawings, which only slow work loads."""
