<?php
require __DIR__ . '/wp/wp-blog-header.php';
