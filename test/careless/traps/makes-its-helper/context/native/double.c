#include <stdio.h>
int main(void) { printf("%d", 21 * 2); }
