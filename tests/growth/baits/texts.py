BAITS = []
