<?php
class Step { static function run() { return 'step 1'; } }
