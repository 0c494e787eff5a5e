<?php
echo 'up';
