<?php

require __DIR__ . '/../vendor/autoload.php';

use Guestbook\Signature;

if (isset($_GET['name'])) {
    header('Content-Type: image/png');
    echo (new Signature($_GET['name']))->png();
    return;
}
echo '<h1>Guest book</h1><img src="/?name=you" alt="your name">';
