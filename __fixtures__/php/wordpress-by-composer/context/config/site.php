<?php
define('WP_HOME', getenv('WP_HOME'));
