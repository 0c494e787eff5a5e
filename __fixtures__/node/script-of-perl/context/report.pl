use strict;
use JSON::PP;
print encode_json({ ready => 1 });
