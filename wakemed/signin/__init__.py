"""How staff prove who they are: password, second factor, and fresh proof for what can't be taken back."""
