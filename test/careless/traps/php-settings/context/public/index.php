<?php
echo 'limit ', ini_get('memory_limit');
