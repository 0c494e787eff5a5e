<?php
echo 'rewritten';
