"""Helping: what alumni asked the centre for when they answered a follow-up, until an officer has closed it."""
