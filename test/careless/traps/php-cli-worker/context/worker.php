<?php
require 'lib/queue.php';
echo 'queue of ', count(queue()), PHP_EOL;
