<?php
require __DIR__ . "/../vendor/autoload.php";
echo file_get_contents(__DIR__ . "/../catalogue.json");
