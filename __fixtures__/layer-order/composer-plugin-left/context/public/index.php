<?php
require __DIR__ . "/../vendor/autoload.php";

echo Dice\Die6::faces();
