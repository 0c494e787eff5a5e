<?php

// A file of the document root is served as it is; all else is the application's.
if (is_file($_SERVER['DOCUMENT_ROOT'] . $_SERVER['SCRIPT_NAME']) && $_SERVER['SCRIPT_NAME'] !== '/index.php') {
    return false;
}
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
