<?php
$target = getenv("CATALOGUE") ?: "catalogue.json";
file_put_contents($target, "[]");
