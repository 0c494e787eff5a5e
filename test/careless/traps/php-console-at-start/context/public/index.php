<?php
echo 'after ', file_get_contents(__DIR__ . '/state.txt');
