<?php
header("Content-Type: image/png");
$image = imagecreatetruecolor(8, 8);
imagepng($image);
