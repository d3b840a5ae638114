// The closed table of units: what each is in its dimension. Unknown texts are no units here and convert into nothing but themselves.
import { type Fraction, fractionOf, parseDecimal } from './decimal.ts'

/** A value x means `(x + add) · factor` in the dimension's own unit. */
export type Unit = { dimension: Dimension; factor: Fraction; add: Fraction }

export type Dimension = keyof typeof TABLE | `only ${string}`

/** The unit of a spelling that `unitOf` gives, or null. */
export const unitNamed = (name: string): Unit | null => UNITS.get(name) ?? null

export const unitNames = (): readonly string[] => [...UNITS.keys()]

/**
 * Dimension -> unit, its size in the dimension's first unit (a quotient where it has no decimal). Sizes are exact by definition: SI prefixes and
 * the definitions of inch-pound and metric technical units (GB 3100, GB 3102; denier = 1 g per 9,000 m, kgf by the standard acceleration 9.80665 m/s²).
 */
const TABLE = {
  fraction: { '1': '1', '%': '0.01', '‰': '0.001' },
  'mass fraction': { 'g/kg': '1', 'mg/kg': '1e-3', 'μg/kg': '1e-6', 'mg/g': '1', 'μg/g': '1e-3', 'ng/g': '1e-6', 'g/100g': '10', 'mg/100g': '0.01' },
  concentration: { 'g/L': '1', 'kg/L': '1000', 'mg/L': '1e-3', 'μg/L': '1e-6', 'ng/L': '1e-9', 'mg/mL': '1', 'μg/mL': '1e-3', 'kg/m³': '1', 'g/m³': '1e-3', 'mg/m³': '1e-6', 'μg/m³': '1e-9', 'g/cm³': '1000', 'g/mL': '1000' },
  'amount concentration': { 'mol/L': '1', 'mmol/L': '1e-3', 'μmol/L': '1e-6' },
  length: { km: '1000', m: '1', dm: '0.1', cm: '0.01', mm: '1e-3', μm: '1e-6', nm: '1e-9', in: '0.0254' },
  area: { 'km²': '1e6', 'm²': '1', 'dm²': '0.01', 'cm²': '1e-4', 'mm²': '1e-6' },
  volume: { 'm³': '1', 'dm³': '1e-3', L: '1e-3', mL: '1e-6', μL: '1e-9', 'cm³': '1e-6', 'mm³': '1e-9' },
  mass: { t: '1000', kg: '1', g: '1e-3', mg: '1e-6', μg: '1e-9', ng: '1e-12' },
  'areal mass': { 'kg/m²': '1', 'g/m²': '1e-3', 'mg/cm²': '0.01', 'g/cm²': '10' },
  'linear density': { ktex: '1000', tex: '1', dtex: '0.1', mtex: '1e-3', D: '1/9', 'g/m': '1000', 'g/km': '1' },
  tenacity: { 'N/tex': '1', 'cN/tex': '0.01', 'mN/tex': '1e-3', 'cN/dtex': '0.1', 'gf/D': '0.08825985' },
  force: { MN: '1e6', kN: '1000', N: '1', cN: '0.01', mN: '1e-3', kgf: '9.80665', gf: '9.80665e-3' },
  'strip strength': { 'kN/m': '1000', 'N/m': '1', 'N/cm': '100', 'N/mm': '1000', 'N/5cm': '20', 'mN/m': '1e-3' },
  pressure: { Pa: '1', hPa: '100', kPa: '1000', MPa: '1e6', GPa: '1e9', 'N/mm²': '1e6', 'kN/m²': '1000', bar: '1e5', mbar: '100', 'kgf/cm²': '98066.5', 'mmHg': '133.322387415', 'mmH₂O': '9.80665', 'cmH₂O': '98.0665' },
  time: { ms: '1e-3', s: '1', min: '60', h: '3600', d: '86400' },
  temperature: { K: '1', '°C': '1', '°F': '5/9' },
  'temperature difference': { ΔK: '1', 'Δ°C': '1', 'Δ°F': '5/9' },
  angle: { '°': '1', '′': '1/60', '″': '1/3600' },
  frequency: { Hz: '1', kHz: '1000', MHz: '1e6', GHz: '1e9' },
  'speed of rotation': { 'r/min': '1', 'r/s': '60' },
  speed: { 'm/s': '1', 'mm/s': '1e-3', 'cm/s': '0.01', 'm/min': '1/60', 'mm/min': '1/60000', 'km/h': '1/3.6', 'L/(m²·s)': '1e-3' },
  acceleration: { 'm/s²': '1' },
  'volume flow': { 'm³/s': '1', 'm³/h': '1/3600', 'm³/min': '1/60', 'L/s': '1e-3', 'L/min': '1/60000', 'L/h': '1/3600000', 'mL/min': '1/60000000' },
  'mass flow': { 'kg/s': '1', 'kg/h': '1/3600', 'g/min': '1/60000', 'g/h': '1/3600000' },
  'mass flow per area': { 'g/(m²·h)': '24', 'g/(m²·d)': '1', 'mg/(m²·h)': '0.024' },
  energy: { kJ: '1000', J: '1', MJ: '1e6', mJ: '1e-3', kWh: '3.6e6' },
  torque: { 'kN·m': '1000', 'N·m': '1', 'N·cm': '0.01', 'N·mm': '1e-3' },
  'energy per area': { 'kJ/m²': '1000', 'J/m²': '1', 'J/cm²': '1e4' },
  power: { W: '1', kW: '1000', MW: '1e6', mW: '1e-3' },
  voltage: { V: '1', kV: '1000', mV: '1e-3', μV: '1e-6' },
  current: { A: '1', mA: '1e-3', μA: '1e-6', nA: '1e-9' },
  resistance: { Ω: '1', mΩ: '1e-3', kΩ: '1000', MΩ: '1e6', GΩ: '1e9' },
  resistivity: { 'Ω·m': '1', 'Ω·cm': '0.01' },
  conductivity: { 'S/m': '1', 'mS/cm': '0.1', 'μS/cm': '1e-4', 'mS/m': '1e-3' },
  charge: { C: '1', μC: '1e-6', nC: '1e-9' },
  'charge per area': { 'C/m²': '1', 'μC/m²': '1e-6' },
  capacitance: { F: '1', μF: '1e-6', nF: '1e-9', pF: '1e-12' },
  viscosity: { 'Pa·s': '1', 'mPa·s': '1e-3' },
  'kinematic viscosity': { 'm²/s': '1', 'mm²/s': '1e-6', cSt: '1e-6' },
  'thermal conductivity': { 'W/(m·K)': '1' },
  'thermal resistance': { 'm²·K/W': '1' },
  illuminance: { lx: '1', klx: '1000' },
  irradiance: { 'W/m²': '1', 'mW/cm²': '10' },
  'thread count': { '根/10cm': '1', '根/cm': '10', '根/5cm': '2' },
  twist: { '捻/m': '1', '捻/10cm': '10' },
} as const

/** Each is a scale of its own: nothing converts into it. */
const ALONE = ['HRC', 'HRB', 'HV', 'HBW', '级', 'pH', 'dB(A)', '次', '个', 'CFU/g', 'CFU/mL', 'UPF', 'GU']

const NOUGHT: Fraction = { num: 0n, den: 1n }
/** 0 °C = 273.15 K, 0 °F = 459.67 °F above absolute zero. */
const ADDED: { [unit: string]: string } = { '°C': '273.15', '°F': '459.67' }

const exact = (text: string): Fraction => {
  const [num, den = '1'] = text.split('/')
  const [above, below] = [fractionOf(parseDecimal(num)!), fractionOf(parseDecimal(den)!)]
  return { num: above.num * below.den, den: above.den * below.num }
}

const UNITS = new Map<string, Unit>([
  ...Object.entries(TABLE).flatMap(([dimension, units]) =>
    Object.entries(units).map(([name, size]): [string, Unit] => [name, { dimension: dimension as Dimension, factor: exact(size), add: name in ADDED ? exact(ADDED[name]) : NOUGHT }])),
  ...ALONE.map((name): [string, Unit] => [name, { dimension: `only ${name}`, factor: exact('1'), add: NOUGHT }]),
])
