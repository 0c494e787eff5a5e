<?php

echo extension_loaded('mysqli') && extension_loaded('gd') ? "A blog\n" : "Extensions are missing\n";
echo wp_can_upload() ? "Uploads work\n" : "Uploads fail\n";
