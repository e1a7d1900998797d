"""What the centre offers, in the hands of staff: programmes, cohorts and classes, made and changed in chat."""
