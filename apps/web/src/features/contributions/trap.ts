import { ref } from 'vue'

/**
 * What stands in the field that people do not see, neither with eyes nor with a screen reader nor by keyboard. Programs
 * that fill in every field give themselves away; who fell into it all the same is asked for a proof, not turned away.
 */
export const trap = ref('')
