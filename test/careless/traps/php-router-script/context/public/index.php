<?php
echo 'not routed';
