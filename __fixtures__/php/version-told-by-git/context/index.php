<?php printf('%s %s', require __DIR__ . '/revision.php', file_get_contents(__DIR__ . '/public/foot.html'));
