<?php
class Shop { static function name() { return 'corner shop'; } }
